#!/usr/bin/env node
import module from 'node:module';

// To compile the bundle takes longer than most commands; Node before 22.1 cannot remember it.
module.enableCompileCache?.();
await import('../dist/loopctl/index.js');
