import { registerHooks } from 'node:module';

let registered = false;

/**
 * Lets plain `import x from './x.json'` load in this process: `@actions/workflow-parser` is published for bundlers and
 * leaves out the `type: json` attribute that Node demands. Call it before that package is first imported.
 */
export function allowJsonImports(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith('.json')) return nextLoad(url, context);
      return nextLoad(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } });
    },
  });
}
