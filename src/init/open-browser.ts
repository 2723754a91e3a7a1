import { execa } from 'execa';
import type { Environment } from '../inputs/environment.ts';

/** Opens a page in the person's browser, or says where it is: on a machine without one, it is opened elsewhere. */
export async function openBrowser(url: string, environment: Environment, say: (line: string) => void): Promise<void> {
  say(`  ${url}`);
  const [program, ...args] = openerOf(environment);
  if (program === undefined) return;
  await execa(program, [...args, url], { env: environment, reject: false, stdio: 'ignore', timeout: 10_000 });
}

function openerOf(environment: Environment): readonly string[] {
  const named = environment['BROWSER'] ?? '';
  if (named !== '') return [named];
  switch (process.platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open'] : [];
  }
}
