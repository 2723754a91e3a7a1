// Stands in our bundles where @actions/core asks for an HTTP client, with which it would get OIDC tokens: nothing here
// wants one, and the client (undici, tunnel) is a megabyte that every job would read first and that would answer for
// Node's own fetch. tsconfig.json says so in `paths`, which ncc goes by.

export class HttpClient {
  constructor() {
    throw new Error('The bundle was made without an HTTP client for @actions/core.');
  }
}

export class BearerCredentialHandler {}
