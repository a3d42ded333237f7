/** Where the model's `model.json` is (see `build/nsfwModel.ts`). */
declare module "virtual:nsfw-model" {
  const url: string;
  export default url;
}
