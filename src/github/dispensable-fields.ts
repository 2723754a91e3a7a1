/** What an older Enterprise Server does not know, and we can do without: rules are asked for by REST as well. */
export const dispensableFields = ['rulesets', 'refUpdateRule', 'requiresCodeOwnerReviews'] as const;
export type DispensableField = (typeof dispensableFields)[number];
