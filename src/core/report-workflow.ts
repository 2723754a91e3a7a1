/** The file of the workflow that makes the report; by its being there it is known that there is one. */
export const reportWorkflow = 'orchestrate-report.yml';
