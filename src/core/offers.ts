/** On every answer of our own proxy: a list of what it does beyond passing on. */
export const OFFER_HEADER = 'x-bytespike-offers';
/** A synchronous image that is sent again with its `Idempotency-Key` is not made again. */
export const IMAGES_OFFER = 'image-idempotency';
/** `GET /v1/tasks/events` streams all tasks of the user. */
export const EVENTS_OFFER = 'task-events';
