export { ConversationCanvas, type ConversationCanvasProps, type ConversationCanvasState } from './ConversationCanvas.js';
