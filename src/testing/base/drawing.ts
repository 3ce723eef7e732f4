/** What a picture is drawn from. */
export interface Drawing {
  prompt: string;
  /** Two pictures with the same prompt and key, of the same one before, are the same picture. */
  key: string;
  /** Whose hand draws it; without one as a camera sees. */
  model?: string | undefined;
  width: number;
  height: number;
  /** The picture that it is a change of. */
  before?: Drawing | undefined;
}
