/** The version of the files; every file carries it. */
export const filesVersion = 1;
