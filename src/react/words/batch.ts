/** Names of the components of a batch, and what is said until they are loaded. */
export interface BatchMessages {
  label: string;
  loading: string;
  /** The component itself could not be loaded. */
  notLoaded: string;
  again: string;
}

export const englishBatch: BatchMessages = {
  label: 'Batch',
  loading: 'Loading the batch',
  notLoaded: 'The batch could not be loaded. Check the connection and try again.',
  again: 'Try again',
};
