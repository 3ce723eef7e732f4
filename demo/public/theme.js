// Runs before anything is drawn, so that no page flashes in the other theme. Chosen in src/useTheme.ts.
const theme = localStorage.getItem('studio-theme');
if (theme) document.documentElement.dataset.theme = theme;
