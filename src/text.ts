export type { MessagePictures } from './core/catalog/requests.js';
export type { Message } from './core/text/reading.js';
export type { MessageRequest, MessageTurn } from './core/text/request.js';
export type { MessageOptions } from './core/text/listening.js';
export type { MessagePart } from './core/text/parts.js';
export { message } from './core/client/message.js';
