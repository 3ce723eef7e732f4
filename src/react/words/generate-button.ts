/** What a button says before anything of its dialog is there; the other words of its group come with that. */
export const englishGenerateButton = {
  open: 'Generate',
  opening: 'Opening',
  openFailed: 'Could not be opened. Press again.',
};
