/** The network that tells people from what is behind them (see `build/selfieModel.ts`). */
declare module "virtual:selfie-model" {
  /** A `Network`, which a declaration of this kind cannot name. */
  export const network: unknown;
  export const weightsUrl: string;
}
