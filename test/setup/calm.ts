// What drifts behind a frame is blurred anew for each of its frames, and here by the processor alone: a fifth of what the
// suite cost. It stands at its beginning, an animation as before: tests of what moves find it, and it ends for who wants no motion.
const calm = new CSSStyleSheet();
calm.replaceSync('.bs-glow { animation-play-state: paused !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, calm];
