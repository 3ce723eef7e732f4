export type { Message } from './core/text/reading.js';
export type { MessageRequest, MessageTurn } from './core/text/request.js';
export type { MessageOptions } from './core/text/text.js';
export { message } from './core/client/message.js';
