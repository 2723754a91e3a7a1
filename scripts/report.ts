import { runReport } from '../report/run-report.ts';

const { code, says } = await runReport(process.argv.slice(2));
(code === 0 ? process.stdout : process.stderr).write(`${says.trimEnd()}\n`);
process.exitCode = code;
