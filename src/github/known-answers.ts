/** An answer of GitHub's, read to its end. */
export interface KnownAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ArrayBuffer;
}

/** The answers of this job that hardly ever change; asked again, GitHub confirms them, which costs none of the budget. */
export interface KnownAnswers {
  /** The request's headers, with the condition where an answer is known. */
  condition(url: string, headers: Headers): Headers;
  /** The answer to go on with: the known one where GitHub confirmed it. */
  recall(url: string, answer: KnownAnswer): KnownAnswer;
}

/** Rules, rulesets, branches and what people said: every look asks for them, and nearly always they are the same. */
const steady = /\/(rules\/branches|rulesets|branches)\/|\/issues\/comments$/;

/** Conditional requests: what was answered once is asked for again only as far as it is another. */
export function createKnownAnswers(): KnownAnswers {
  const known = new Map<string, KnownAnswer>();
  return {
    condition(url, headers) {
      const etag = known.get(url)?.headers.get('etag') ?? null;
      if (etag !== null) headers.set('if-none-match', etag);
      return headers;
    },
    recall(url, answer) {
      if (answer.status === 304) return known.get(url) ?? answer;
      if (answer.status === 200 && answer.headers.has('etag') && steady.test(new URL(url).pathname)) {
        known.set(url, answer);
      }
      return answer;
    },
  };
}
