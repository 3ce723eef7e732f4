/** Every word that a person reads or hears from the components. */
export interface Messages {
  // Filled by the components that speak them.
  cancel: string;
}

export const english: Messages = {
  cancel: 'Cancel',
};
