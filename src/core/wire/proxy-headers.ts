/** What a proxy of ours says when a billable request went up and no answer came down. */
export const OUTCOME_HEADER = 'x-bytespike-outcome';

/** On every answer of our own proxy: a list of what it does beyond passing on. */
export const OFFER_HEADER = 'x-bytespike-offers';
/**
 * In the query of `GET /v1/tasks/query`: nothing is wanted but that list. A proxy of ours answers by
 * itself; a gateway behind any other does not know the word, and says that there is no such task.
 */
export const OFFERS_ONLY = 'only=offers';
/** A synchronous image that is sent again with its `Idempotency-Key` is not made again. */
export const IMAGES_OFFER = 'image-idempotency';
/**
 * On an image under a key: it wants only what is known under that key. Where nothing is, nothing is
 * made, and the outcome of whatever was sent before stays unknown.
 */
export const REPLAY_HEADER = 'x-bytespike-replay';
/** How long an answer is given again: as long as the links in it live. @source ByteSpike reference, Images (links die after 24 h), as of 2026-05 */
export const KEPT_MS = 24 * 60 * 60_000;
/** `POST /uploads` takes the bytes of a picture, and gives the address at which the gateway reads it. */
export const UPLOADS_OFFER = 'uploads';
/** `POST /uploads` takes the word that a picture is to come, and says where the browser puts it. */
export const DIRECT_UPLOADS_OFFER = 'direct-uploads';
/** `GET /v1/tasks/events` streams all tasks of the user. */
export const EVENTS_OFFER = 'task-events';
