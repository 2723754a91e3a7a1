/** What has to be known of a request to say when it may be sent, and sent again. */
export interface Ask {
  /** Which of GitHub's budgets it is taken out of. */
  readonly resource: 'core' | 'graphql';
  /** It changes nothing: it can be sent as often as one likes. */
  readonly isRead: boolean;
  /** It was judged for this moment: what was refused once is not sent again, but judged anew. */
  readonly isOfTheMoment: boolean;
}

const merge = /\/pulls\/\d+\/(merge|merge-async|update-branch)$/;

/** A request as the client is about to send it. */
export function describeAsk(url: string, { method, body }: Pick<RequestInit, 'method' | 'body'>): Ask {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/graphql')) {
    const isMutation = isMutationBody(body);
    return { resource: 'graphql', isRead: !isMutation, isOfTheMoment: isMutation };
  }
  const isRead = (method ?? 'GET') === 'GET';
  return { resource: 'core', isRead, isOfTheMoment: !isRead && merge.test(pathname) };
}

function isMutationBody(body: RequestInit['body']): boolean {
  return typeof body !== 'string' || /^\s*mutation\b/.test(String(JSON.parse(body).query));
}
