import type { Person } from "./person";

/**
 * Stands between somebody's page and the service, as a service that misbehaves would: every message to the page
 * passes `change`, which returns what the page is to hear instead, or null for nothing at all.
 */
export async function intercept(
  { page }: Person,
  change: (message: string) => string | null,
): Promise<void> {
  await page.routeWebSocket(/\/api\/socket$/, (socket) => {
    const service = socket.connectToServer();
    service.onMessage((message) => {
      const heard = change(message.toString());
      if (heard !== null) socket.send(heard);
    });
  });
}
