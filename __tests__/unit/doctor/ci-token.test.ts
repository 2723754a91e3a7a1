import { readFileSync } from 'node:fs';
import { aWorkflow, ciText, seen, unseen, withCi, withEnvironment } from '../../builders/doctor-facts.ts';
import { judgeChecks } from '../../builders/judge-checks.ts';

judgeChecks({
  ci_token_too_strong: [
    ['CI that only reads', {}, 'pass', /ci\.yml\) holds nothing/],
    [
      'a secret',
      withCi(ciText.replace('run: npm test', `run: npm test, env: { K: "\${{ secrets.NPM }}" }`)),
      'fail',
      /hands NPM to what agents wrote/,
    ],
    ['a secret of the whole workflow', withCi(`${ciText}env: { K: "\${{ secrets['NPM'] }}" }\n`), 'fail', /hands NPM/],
    [
      'all secrets at once',
      withCi(ciText.replace('run: npm test', `run: npm test, env: { K: "\${{ toJSON(secrets) }}" }`)),
      'fail',
      /every secret/,
    ],
    [
      'GITHUB_TOKEN, which is judged by its permissions',
      withCi(ciText.replace('run: npm test', `run: npm test, env: { K: "\${{ secrets.GITHUB_TOKEN }}" }`)),
      'pass',
      /holds nothing/,
    ],
    [
      'a token that can write',
      withCi(ciText.replace('contents: read', 'contents: write')),
      'fail',
      /can write \(contents\)/,
    ],
    [
      'a token that can write all',
      withCi(ciText.replace('{ contents: read }', 'write-all')),
      'fail',
      /can write \(all\)/,
    ],
    [
      'no permissions where the default is write',
      withCi(ciText.replace('permissions: { contents: read }', '')),
      'fail',
      /the default here is write/,
    ],
    [
      'no permissions where the default is read',
      { ...withCi(ciText.replace('permissions: { contents: read }', '')), defaultPermissions: seen('read') },
      'pass',
      /holds nothing/,
    ],
    [
      'no permissions and an unknown default',
      { ...withCi(ciText.replace('permissions: { contents: read }', '')), defaultPermissions: unseen() },
      'cannot_tell',
      /the default is not known/,
    ],
    [
      'a machine of its own that stays',
      {
        ...withCi(ciText.replace('ubuntu-latest', '[self-hosted, linux]')),
        selfHosted: seen([{ name: 'mac', labels: ['self-hosted', 'linux'], isEphemeral: false }]),
      },
      'fail',
      /where mac stays/,
    ],
    [
      'a machine of its own that is thrown away',
      {
        ...withCi(ciText.replace('ubuntu-latest', '[self-hosted, linux]')),
        selfHosted: seen([{ name: 'mac', labels: ['self-hosted', 'linux'], isEphemeral: true }]),
      },
      'pass',
      /holds nothing/,
    ],
    [
      'a machine of its own out of sight',
      { ...withCi(ciText.replace('ubuntu-latest', 'self-hosted')), selfHosted: unseen() },
      'fail',
      /cannot be seen/,
    ],
    [
      'a machine of an unknown name',
      withCi(ciText.replace('ubuntu-latest', 'big-one')),
      'cannot_tell',
      /no runner of this repository/,
    ],
    [
      'a machine that an expression names',
      withCi(ciText.replace('ubuntu-latest', `"\${{ matrix.os }}"`)),
      'cannot_tell',
      /an expression says/,
    ],
    [
      'a called workflow that inherits every secret',
      withCi(
        ciText.replace('test: {', 'more: { uses: ./.github/workflows/more.yml, secrets: inherit }\n  test: {'),
        aWorkflow(
          'more.yml',
          `on: workflow_call\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "\${{ secrets.DEPLOY }}" }] } }`,
        ),
      ),
      'fail',
      /more\.yml: a hands DEPLOY/,
    ],
    [
      'a called workflow that is handed one',
      withCi(
        ciText.replace(
          'test: {',
          `more: { uses: ./.github/workflows/more.yml, secrets: { T: "\${{ secrets.DEPLOY }}" } }\n  test: {`,
        ),
        aWorkflow(
          'more.yml',
          `on: workflow_call\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "\${{ secrets.T }}" }] } }`,
        ),
      ),
      'fail',
      /ci\.yml: more hands DEPLOY/,
    ],
    [
      "another repository's workflow that inherits",
      withCi(ciText.replace('test: {', 'more: { uses: o/r/.github/workflows/x.yml@v1, secrets: inherit }\n  test: {')),
      'fail',
      /every secret/,
    ],
    [
      'a secret in an environment that keeps agents out',
      {
        ...withCi(
          ciText
            .replace('run: npm test', `run: "\${{ secrets.X }}"`)
            .replace('test: {', 'test: { environment: orchestrate,'),
        ),
      },
      'pass',
      /holds nothing/,
    ],
    [
      'a secret in an environment that lets all in',
      {
        ...withCi(
          ciText
            .replace('run: npm test', `run: "\${{ secrets.X }}"`)
            .replace('test: {', 'test: { environment: orchestrate,'),
        ),
        ...withEnvironment({ policy: { kind: 'none' } }),
      },
      'fail',
      /lets every branch in/,
    ],
    [
      'a secret in an environment out of sight',
      {
        ...withCi(
          ciText
            .replace('run: npm test', `run: "\${{ secrets.X }}"`)
            .replace('test: {', 'test: { environment: orchestrate,'),
        ),
        environments: new Map([['orchestrate', unseen()]]),
      },
      'cannot_tell',
      /whom environment orchestrate lets in/,
    ],
    [
      'pull_request_target that takes the head',
      withCi(
        ciText,
        aWorkflow(
          't.yml',
          `on: pull_request_target\njobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: actions/checkout@v5, with: { ref: "\${{ github.event.pull_request.head.sha }}" } }] } }`,
        ),
      ),
      'fail',
      /takes the head/,
    ],
    [
      'pull_request_target that does not, as far as can be read',
      withCi(
        ciText,
        aWorkflow('t.yml', 'on: pull_request_target\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: label }] } }'),
      ),
      'cannot_tell',
      /not plain/,
    ],
    [
      'our own gate, which takes nothing but a SHA',
      withCi(ciText, aWorkflow('orchestrate-gate.yml', readFileSync('examples/orchestrate-gate.yml', 'utf8'))),
      'pass',
      /holds nothing/,
    ],
    [
      'something else under its name',
      withCi(
        ciText,
        aWorkflow(
          'orchestrate-gate.yml',
          'on: pull_request_target\njobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: actions/checkout@v5 }] } }',
        ),
      ),
      'cannot_tell',
      /not plain/,
    ],
    [
      'secrets on the base only',
      withCi(
        ciText,
        aWorkflow(
          'd.yml',
          `on: { push: { branches: [main] } }\njobs: { a: { runs-on: ubuntu-latest, permissions: write-all, steps: [{ run: "\${{ secrets.X }}" }] } }`,
        ),
      ),
      'pass',
      /holds nothing/,
    ],
    [
      'secrets for tags only',
      withCi(
        ciText,
        aWorkflow(
          'd.yml',
          `on: { push: { tags: ["v*"] } }\njobs: { a: { runs-on: ubuntu-latest, permissions: write-all, steps: [{ run: "\${{ secrets.X }}" }] } }`,
        ),
      ),
      'pass',
      /holds nothing/,
    ],
    [
      'pushes to any branch',
      withCi(
        ciText,
        aWorkflow(
          'd.yml',
          `on: push\npermissions: {}\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "\${{ secrets.X }}" }] } }`,
        ),
      ),
      'fail',
      /d\.yml: a hands X/,
    ],
    [
      'a workflow that cannot be read',
      withCi(ciText, aWorkflow('z.yml', 'on: [push')),
      'cannot_tell',
      /z\.yml is not valid YAML/,
    ],
  ],
});
