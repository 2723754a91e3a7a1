import type { IncomingHttpHeaders } from 'node:http';
import { refusalAnswer, type WireAnswer } from './wire-answer.ts';

/** What a request says about the last signed tree head that its sender knows, and what its answer says of ours. */
export type Witness =
  | { readonly kind: 'welcome'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly answer: WireAnswer };

/** Of a tenant without an audit key there is no tree head: this stands for none. */
const bootstrapped = {
  'x-loopctl-current-sth': '0:AAAAAAAAAAAAAAAAAAAAAA',
  'x-loopctl-sth-warning': 'missing_header_bootstrap_grace',
} as const;

const missing =
  'X-Loopctl-Last-Known-STH header is required. On your first request, include X-Loopctl-STH-Bootstrap: true to receive the current STH in the response headers.';

/** Whether a request carries one of the two witness headers, without which loopctl answers nothing. */
export function readWitness(headers: IncomingHttpHeaders): Witness {
  const known = headers['x-loopctl-last-known-sth'];
  if (typeof known === 'string') return readKnownHead(known);
  if (headers['x-loopctl-sth-bootstrap'] === 'true') return { kind: 'welcome', headers: bootstrapped };
  return refused('witness_header_missing', missing, {
    remediation: { learn_more: 'https://loopctl.com/wiki/witness-protocol' },
  });
}

function readKnownHead(known: string): Witness {
  const colon = known.indexOf(':');
  if (colon < 0) return refused('witness_header_malformed', 'X-Loopctl-Last-Known-STH header is malformed');
  return /^-?\d+$/.test(known.slice(0, colon))
    ? { kind: 'welcome', headers: {} }
    : refused('witness_header_malformed', 'Position must be an integer');
}

/** The status says 428, the body 412: so does the real server. */
function refused(code: string, message: string, extras: Readonly<Record<string, unknown>> = {}): Witness {
  const answer = refusalAnswer(412, message, { code, ...extras });
  return { kind: 'refused', answer: { ...answer, status: 428 } };
}
