/** A part of the terminal that is drawn again and again in place. */
export interface Screen {
  draw(lines: readonly string[]): void;
  /** Empties the terminal: after its size changed nobody knows where the last picture is. */
  clear(): void;
  /** Takes the last picture away and gives the cursor back. */
  close(): void;
}

/** Opens a screen on a terminal. */
export function openScreen(stream: { write(text: string): unknown }): Screen {
  let height = 0;
  let shown = '';
  stream.write('\u001b[?25l');

  function back(): string {
    return height === 0 ? '' : `\u001b[${height}A\r`;
  }

  return {
    draw: (lines) => {
      // Each line takes the rest of the one that was there with it: nothing is blank in between.
      const text = lines.map((line) => `${line}\u001b[K\n`).join('');
      if (text === shown) return;
      stream.write(`${back()}${text}\u001b[0J`);
      height = lines.length;
      shown = text;
    },
    clear: () => {
      stream.write('\u001b[2J\u001b[H');
      height = 0;
      shown = '';
    },
    close: () => {
      stream.write(`${back()}\u001b[0J\u001b[?25h`);
      height = 0;
    },
  };
}
