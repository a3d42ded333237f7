import type { ReactNode } from "react";

function Icon({
  points = false,
  children,
}: {
  /** It points along the text: the other way where that runs from right to left. */
  readonly points?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <svg
      className={points ? "points" : undefined}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const MICROPHONE = (
  <>
    <rect x="9" y="3" width="6" height="11" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
  </>
);
const CAMERA = (
  <>
    <rect x="3" y="6.5" width="12" height="11" rx="2.5" />
    <path d="m15 10.5 5-2.6v8.2l-5-2.6" />
  </>
);
const STRUCK = <path d="M4 3.5 20 20.5" />;

export const MicrophoneIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    {MICROPHONE}
    {off && STRUCK}
  </Icon>
);
export const CameraIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    {CAMERA}
    {off && STRUCK}
  </Icon>
);
export const NextIcon = () => (
  <Icon points>
    <path d="M5 12h13M13 6.5l5.5 5.5-5.5 5.5" />
  </Icon>
);
export const LeaveIcon = () => (
  <Icon points>
    <path d="M13.5 4H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h6.5M10.5 12H20M16.5 8.5 20 12l-3.5 3.5" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12.5" r="8" />
    <path d="M12 8v4.5l3 2" />
  </Icon>
);
export const DevicesIcon = () => (
  <Icon>
    <path d="M4 8h9M17 8h3M4 16h3M11 16h9" />
    <circle cx="15" cy="8" r="2" />
    <circle cx="9" cy="16" r="2" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m7 7 10 10M17 7 7 17" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3.2" />
  </Icon>
);
/** @param kept with a tick in it */
export const ShieldIcon = ({ kept = false }: { readonly kept?: boolean }) => (
  <Icon>
    <path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6z" />
    {kept && <path d="m8.8 12 2.3 2.3 4.2-4.6" />}
  </Icon>
);
export const ChatIcon = () => (
  <Icon>
    <path d="M4.5 5.5h15a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H11l-4.5 3.5v-3.5h-2a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z" />
    <path d="M8 9.5h8M8 12.8h5" />
  </Icon>
);
export const SendIcon = () => (
  <Icon points>
    <path d="M4.5 12 20 5l-4.5 14.5-3.7-5.8zM20 5l-8.2 8.7" />
  </Icon>
);
export const TickIcon = () => (
  <Icon>
    <path d="m5.5 12.5 4.2 4.2 8.8-9.4" />
  </Icon>
);
