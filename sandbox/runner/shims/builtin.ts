import { createGithubAppToken } from './app-token.ts';
import { checkout } from './checkout.ts';
import { downloadArtifact } from './download-artifact.ts';
import { cache, setupBeam, setupNode } from './no-op.ts';
import type { Shim } from './shim.ts';
import { uploadArtifact } from './upload-artifact.ts';

/** The actions of the marketplace that the sandbox does itself, by `owner/name`. */
export const builtinShims: Readonly<Record<string, Shim>> = {
  'actions/cache': cache,
  'actions/checkout': checkout,
  'actions/create-github-app-token': createGithubAppToken,
  'actions/download-artifact': downloadArtifact,
  'actions/setup-node': setupNode,
  'actions/upload-artifact': uploadArtifact,
  'erlef/setup-beam': setupBeam,
};
