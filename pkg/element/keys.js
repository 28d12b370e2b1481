// What is typed into the widget is none of the page's: its shortcuts would take it for theirs, as the element
// is all that they see of a field in its shadow root.

/** What fields and selections need beside letters. */
const EDITING = ['Backspace', 'Delete', 'Insert', 'Dead', 'Process', 'Unidentified'];
/** What moves through a field, a group of buttons or a table, or presses a button. */
const MOVING = 'ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Enter'.split(' ');
const FIELDS = 'input, select, textarea';
const CONTROLS = `${FIELDS}, button, summary, a, [tabindex="0"]`;

/** Keeps the keys that a shadow root uses within it. What the browser does by them it does all the same. */
export function keepKeys(root) {
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keep);
}

function keep(event) {
  const [target] = event.composedPath();
  // The host's own content passes through here, too.
  if (target !== event.currentTarget && target.getRootNode() === event.currentTarget && isUsed(event, target)) {
    event.stopPropagation();
  }
}

function isUsed(event, target) {
  // A browser that fills in a form tells of keys without a name.
  const { key = '', isComposing } = event;
  const isField = target.matches(FIELDS);
  // With AltGr letters are written, which some systems tell as Ctrl and Alt.
  const isText = [...key].length === 1 && (event.getModifierState?.('AltGraph') || !isShortcut(event));
  if (isField && (isText || isComposing)) return true;
  if (isShortcut(event)) return false;
  return isField ? EDITING.includes(key) || MOVING.includes(key) : target.matches(CONTROLS) && isPressing(key);
}

const isShortcut = ({ ctrlKey, altKey, metaKey }) => ctrlKey || altKey || metaKey;
const isPressing = (key) => key === ' ' || MOVING.includes(key);
