/** A test file without the tests of some criteria, each of which begins with the criterion's id. */
export function keepTests(text, forgottenIds) {
  return text
    .split(/^(?=test\()/m)
    .filter((part) => !forgottenIds.some((id) => part.startsWith(`test('${id}: `)))
    .join('')
    .replace(/\n+$/, '\n');
}
