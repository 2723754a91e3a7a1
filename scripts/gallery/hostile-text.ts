/** What an agent could write to reach past the page that it is shown on. */
export const hostileText =
  'Fixes #1 @everyone ![pixel](https://evil.test/p.png) <img src="https://evil.test/q.png"> <!-- hidden --> <details open><summary>more</summary></details> [x](javascript:alert(1)) | a | table | \u202Edesrever\u202C `code`';
