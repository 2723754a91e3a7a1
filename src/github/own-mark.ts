/** By which our check runs are told from another app's of the same name. */
export const ownMark = 'orchestrate';
