/** The actions that bring a toolchain where the project's CI brings none, pinned, each with its version. */
export const pinnedActions = {
  node: { uses: 'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e', version: 'v6.4.0' },
  beam: { uses: 'erlef/setup-beam@fc68ffb90438ef2936bbb3251622353b3dcb2f93', version: 'v1.24.0' },
} as const;
