import { z } from 'zod';

// Read at every schema's making, so this module comes first. Each of ours reads a few objects and then the process
// ends: compiling a schema takes longer than that.
z.config({ jitless: true });
