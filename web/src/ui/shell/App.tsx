import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useMemo } from "react";
import { WagmiProvider } from "wagmi";
import type { Booted } from "./start";
import { ChainContext } from "./network";
import { SessionProvider } from "./SessionProvider";
import { Shell } from "./Shell";

const DemoWalletWindow = lazy(async () => {
  const { DemoWalletWindow } = await import("../demo/DemoWalletWindow");
  return { default: DemoWalletWindow };
});

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 5_000 } },
});

/** The page, once its network is known. */
export default function App({
  network,
  reader,
  config,
  signInWanted,
}: Booted & { readonly signInWanted: boolean }) {
  const chain = useMemo(() => ({ network, reader }), [network, reader]);
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queries}>
        <ChainContext value={chain}>
          <SessionProvider>
            <Shell signInWanted={signInWanted} />
            {network.development && (
              <Suspense>
                <DemoWalletWindow />
              </Suspense>
            )}
          </SessionProvider>
        </ChainContext>
      </QueryClientProvider>
    </WagmiProvider>
  );
}
