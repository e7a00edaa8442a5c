// eslint-disable-next-line no-control-regex -- finding control characters is the point
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text of strangers on a terminal: nothing in it may move the cursor or change colours. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\ufffd').replace(DIRECTION, '');
}
