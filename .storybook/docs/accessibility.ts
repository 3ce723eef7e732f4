/** What holds for people who cannot see, cannot point, or read in another direction; by component. Each is tested. */
export const accessibility: Readonly<Record<string, readonly string[]>> = {
  TaskProgress: [
    'A `group` named after what is made; its bar is a `progressbar` whose value text names the stage and the time left. While nobody knows how long it takes there is no value.',
    'One polite announcement for each stage and for the end. A failure is an alert, once, and only if it happened while the page was open. Time that passes announces nothing.',
    'When a button disappears because the task went on, focus moves to the head of the component and is not lost.',
    'Under `prefers-reduced-motion` the bar stands still at the point that is reached. Under `forced-colors` what a background says is said by a border too.',
  ],
  AssetViewer: [
    'The text alternative of an image is the prompt, unless you give `alt`; several are numbered.',
    'While it renders the group is `aria-busy`. A picture that could not be shown is words, never a broken image.',
    'Frames have their final shape from the first moment: nothing that a person reads or is about to press moves.',
    'Films have the browser’s own controls and start by themselves only if you ask for it, silently.',
  ],
  AssetGallery: [
    'A `grid` with one stop of the Tab key. Arrows, Home, End and the page keys move in it, Enter opens, Space selects; how is in its description.',
    'Rows and columns are numbered as they are in the whole, of which only what is seen is in the page. How many there are, and what a filter leaves, is announced politely.',
    'Removing asks first, in a dialog that gives the focus back.',
    'The search and the filters are a `search` landmark of native fields.',
    'Search by meaning is a button that is pressed or not. How many were found, and how, is announced once for each question.',
  ],
  BalanceMeter: [
    'A `meter` with a value text that says the amount and what is left of it, not a bare number.',
    'While the balance is not known there is no value, and the group is `aria-busy`.',
    'That it became low is announced politely, once. Low is said in words, never by colour alone.',
  ],
  BatchForm: [
    'Native fields with labels. What is wrong is said below its field with the line or the row, describes the field or the very cell of the table, which is `aria-invalid`, and gets the focus when sending is tried.',
    'The values of names are a `table` whose cells are called by name and row. Ctrl or ⌘ with Enter submits; Enter in a cell does not.',
    'Each model is a native checkbox, described by its price, and by what it does not grant or why it is not to be had. One that is not reached stays in the list.',
    'What all of it comes to is announced politely once typing rests; why it cannot be begun is said beside the button, which stays reachable.',
  ],
  BatchGrid: [
    'A `grid` with one stop of the Tab key, whose focus is on a cell. Arrows, Home, End and the page keys move in it, with Ctrl or ⌘ to its ends, mirrored from right to left; Enter opens a cell, Space selects it; how is in its description.',
    'Rows and columns are numbered as they are in the whole, of which only what is seen is in the page. A cell says how it stands and what it cost, and is described by its column and its row.',
    'Progress is a `progressbar` whose value text says how many have ended. What the whole waits for, that it paused, and how it ended is announced politely, once; cells announce nothing.',
    'A cell opens in a dialog that gives the focus back. What is a button on a cell for pointers is a button there for the keyboard.',
  ],
  CompareAssets: [
    'A `group`. The line between two pictures is a slider: arrows move it, and its value text says how much of which is seen.',
    'Two clips share one button to play and one slider of time, so that they are driven as one.',
    'What cannot be seen is said in words beside the other result.',
  ],
  ConversationCanvas: [
    'A `group`, in it a `log` that scrolls and can be reached by keyboard, with a list of turns; each says which one of how many it is. The log itself is silent: that a turn was sent, drawn or refused, that somebody went back, and which version is shown, is announced once, politely, a refusal as an alert.',
    'The field, native lists for size, quality and what goes along, and one button. Ctrl or ⌘ with Enter sends, Enter alone is a new line, and the button says so; what keeps it from being sent describes the button, which stays reachable.',
    'After a turn is sent, edited or gone back to the focus is in the field; a button between versions keeps it, also where it leads nowhere any more.',
    'Which of several pictures is gone on from is a choice of native radio buttons.',
  ],
  CostPreview: [
    'A `group` with the name “Cost”. A change of what can be sent, such as a shortfall, is announced politely; figures that follow each key press are not.',
    'While the figures are of other parameters the group is `aria-busy`, and they are not read as the price.',
  ],
  GenerateButton: [
    'A button that says that it opens a dialog, and whether it is open. The dialog traps the focus, closes by Escape, and gives the focus back to the button.',
    'What happens behind a closed dialog is announced beside the button.',
  ],
  GenerationPanel: ['The form, then a `region` named after the results. All of it is reached and sent by keyboard: Ctrl or ⌘ with Enter submits.'],
  MaskEditor: [
    'A `group`; tools are native radio buttons, the width of the brush a native slider whose value text says pixels, and all other buttons one `toolbar` with one stop of the Tab key.',
    'The picture is an `application` that says which keys it takes: arrows move a rectangle, with Shift they size it, Enter fills it, Escape puts it away. Where the rectangle is, and how much is marked, is announced politely.',
    'Whatever needs two fingers or a drag has a button beside it. What is marked is striped, so that it is seen on a picture of any colour; under `forced-colors` as well.',
    'Nothing in it moves by itself.',
  ],
  ModelPicker: [
    'A button with the label and the chosen model as its name; it opens a list that can be searched, with each model’s position and the size of the list.',
    'A model that cannot be chosen stays in the list, and says why.',
    'That “Auto” chose another model is announced politely.',
  ],
  PromptForm: [
    'Native fields with labels. A field that the model refuses is `aria-invalid`, is described by what is wrong, and gets the focus when sending is tried.',
    'What cannot be sent is said beside the button, which stays reachable. Ctrl or ⌘ with Enter submits, and the button says so.',
    'When another model changes what was set, it is announced politely.',
    'Saved prompts unfold below their button, with lists of buttons that say name, prompt, kind, model and tags. Escape folds them and gives the focus back to the button; one that was taken gives it to the prompt, and is announced.',
  ],
  UsageChart: [
    'A `group`. The bars are one slider, which takes one stop of the Tab key: arrows go from bar to bar, Page Up and Page Down seven of them, Home and End to the ends, and each is read out with its date, amount and calls. From right to left the arrows go as they point.',
    'Every figure is in a table as well, which who hears the page always has, and who sees it by a button. By model and by key the table is what is seen, with a bar in each row.',
    'By what it is shown is a choice of native radio buttons.',
    'That nothing was spent, that it is not shown, and that it could not be read is announced politely. What is a guess, and what is at least, is said in words.',
    'In print there are chart and table, in ink on white, and no buttons.',
  ],
  BytespikeProvider: ['It renders nothing of its own. `locale` and `messages` reach every word, spoken ones included.'],
};
