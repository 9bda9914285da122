// Input is the folder `pages`; the data that was read for us stands in `pages/_data`. Nothing but pages is made.
export default function (config) {
  config.setUseGitIgnore(false);
  return { dir: { input: "pages", output: "site" }, templateFormats: ["11ty.js"] };
}
