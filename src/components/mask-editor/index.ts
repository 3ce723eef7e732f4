export { MaskEditor, type MaskEditorProps, type MaskEditorState } from './MaskEditor.js';
