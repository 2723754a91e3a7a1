/**
 * What a prompt says: the story, its criteria, what was wrong so far, the change and the concerns to answer. Text from
 * outside stands in fenced blocks that open with the word `data` and a label; everything else is prose.
 */
export function readPrompt(text) {
  const parts = splitBlocks(text);
  const labelled = (label) => parts.filter((part) => part.label === label).map((part) => part.text);
  return {
    number: firstMatch(parts, /^## The story (\S+)$/m),
    title: labelled('title')[0] ?? '',
    description: labelled('description')[0] ?? '',
    criteria: readCriteria(parts),
    feedback: readFeedback(parts),
    log: labelled('log').join('\n'),
    diff: labelled('diff')[0] ?? '',
    concerns: labelled('concerns').flatMap((concerns) => concerns.split('\n').map((line) => line.replace(/^- /, ''))),
  };
}

function splitBlocks(text) {
  const parts = [{ label: null, text: '' }];
  let closing = null;
  for (const line of text.split('\n')) {
    const opening = /^(`{3,})data (.+)$/.exec(line);
    if (closing === null && opening !== null) {
      closing = opening[1];
      parts.push({ label: opening[2], text: '' });
    } else if (line === closing) {
      closing = null;
      parts.push({ label: null, text: '' });
    } else {
      const part = parts.at(-1);
      part.text += part.text === '' ? line : `\n${line}`;
    }
  }
  return parts;
}

function firstMatch(parts, pattern) {
  for (const { label, text } of parts) {
    const match = label === null ? pattern.exec(text) : null;
    if (match !== null) return match[1];
  }
  return null;
}

/** Each criterion is a quoted id in the prose with its text in the block that follows. */
function readCriteria(parts) {
  return parts.flatMap(({ label, text }, index) => {
    if (label !== 'criterion') return [];
    const id = /- (".*")\s*$/.exec(parts[index - 1].text);
    return id === null ? [] : [{ id: JSON.parse(id[1]), text }];
  });
}

const feedbackHeadings = ['Why it is done again', 'What was wrong so far', 'What a person says'];

function readFeedback(parts) {
  const feedback = [];
  let isFeedback = false;
  for (const { label, text } of parts) {
    const heading = label === null ? [...text.matchAll(/^## (.+)$/gm)].at(-1)?.[1] : undefined;
    if (heading !== undefined) isFeedback = feedbackHeadings.includes(heading);
    if (label !== null && isFeedback) feedback.push({ kind: label, text });
  }
  return feedback;
}
