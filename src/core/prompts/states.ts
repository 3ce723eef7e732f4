import type { PromptDraft } from '../draft/draft.js';

/** What a saved prompt asks for: a draft without what is of one time alone, the picture that it starts from. Plain data. */
export type SavedDraft = Omit<PromptDraft, 'image' | 'mask' | 'parent'>;

/** A prompt that somebody saved, with its parameters. */
export interface SavedPrompt {
  /** The same on every device that it is brought to. */
  id: string;
  name: string;
  tags: readonly string[];
  draft: SavedDraft;
  /** Milliseconds since the epoch, by the machine that saved it. */
  createdAt: number;
  /** The same of its latest change. */
  changedAt: number;
}

/** A prompt of the history of this device. */
export interface RecentPrompt {
  /** The idempotency key of the generation that it is of. */
  outTaskId: string;
  draft: SavedDraft;
  /** Milliseconds since the epoch, by this machine. */
  createdAt: number;
}

/** What is saved. */
export interface PromptInput {
  /** Of one that is to be in its place. @default a new one */
  id?: string | undefined;
  /** At most 100 characters. @default the beginning of the prompt */
  name?: string | undefined;
  /** At most ten, of at most 40 characters each. @default none */
  tags?: readonly string[] | undefined;
  /** The draft of a form; its picture is not saved. */
  draft: PromptDraft;
}

/** What came of a file. */
export interface PromptImport {
  /** How many are new here. */
  added: number;
  /** How many were here and were changed later there. */
  changed: number;
  /** How many were here as they are there, or were changed later here. */
  unchanged: number;
}

export interface PromptsState {
  /** `loading` until what was saved was looked at. */
  status: 'loading' | 'ready';
  /** Changed last, first. */
  prompts: readonly SavedPrompt[];
  /** The latest of what was generated on this device, newest first, each prompt once: those of the history, at most ten. */
  recent: readonly RecentPrompt[];
  /** Whether they outlive this page, as far as the browser let anything be written. */
  isKept: boolean;
}

/** Actions resolve once it is done. Another tab of the same user is told at once. */
export interface PromptsActions {
  /** @throws BytespikeError `invalid_param` where there is no prompt, or anything is too long or too much */
  save(input: PromptInput): Promise<SavedPrompt>;
  /** Gives one another name, other tags or another draft. @throws as `save`, and `not_found` */
  change(id: string, change: Partial<Omit<PromptInput, 'id'>>): Promise<SavedPrompt>;
  /** Resolves with what was removed, which `save` puts back; `undefined` where there was none. */
  remove(id: string): Promise<SavedPrompt | undefined>;
  /** All of them as a JSON file, for another device. */
  exportJson(): Promise<string>;
  /**
   * Lays a file of `exportJson` over what is here, by id: of two the one that was changed later stays.
   * @throws BytespikeError `invalid_param` that says what is wrong with the file and what to do; then nothing was changed
   */
  importJson(file: string | Blob): Promise<PromptImport>;
}

/** What looks at what is there by now. */
export interface PromptsSearch {
  /**
   * Those of `prompts` in which each word of the text is: in name, prompt, tag or model, capitals and accents aside.
   *
   * @param text what a person typed; nothing finds all
   */
  search(text: string): readonly SavedPrompt[];
}

export interface PromptsRun extends PromptsActions, PromptsSearch {
  get(): PromptsState;
  initial(): PromptsState;
  subscribe(listener: () => void): () => void;
  start(): () => void;
}
