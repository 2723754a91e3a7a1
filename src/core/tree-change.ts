/** One path that differs between the merge base and the head of a work. */
export interface TreeChange {
  readonly path: string;
  /** Git's modes in octal; `000000` where the path does not exist on that side. */
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldBlob: string;
  readonly newBlob: string;
  /** Bytes in the head; 0 where the path was deleted. */
  readonly size: number;
}

const absent = '000000';

export function isAdded({ oldMode }: TreeChange): boolean {
  return oldMode === absent;
}

export function isDeleted({ newMode }: TreeChange): boolean {
  return newMode === absent;
}
