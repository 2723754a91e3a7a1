const attribute = '\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';

/** An opening or closing tag as CommonMark has it (https://spec.commonmark.org/0.31.2/#raw-html). */
export const htmlTag = `<(?:([A-Za-z][A-Za-z0-9-]*)(?:${attribute})*\\s*/?|/([A-Za-z][A-Za-z0-9-]*)\\s*)>`;
