import '../zod-settings.ts';
import { homedir } from 'node:os';
import { text } from 'node:stream/consumers';
import { listenForInterruption } from '../agents/interruption.ts';
import { runLoopctl } from './run-loopctl.ts';

// Whoever reads only the head of what is written has had enough.
process.stdout.on('error', () => {});

process.exitCode = await runLoopctl(process.argv.slice(2), {
  directory: process.cwd(),
  home: homedir(),
  environment: process.env,
  readInput: () => text(process.stdin),
  write: (said) => void process.stdout.write(said),
  say: (line) => void process.stderr.write(`${line}\n`),
  now: () => new Date(),
  untilInterrupted: () => listenForInterruption().signal,
});
