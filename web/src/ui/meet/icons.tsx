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
export const ReportIcon = () => (
  <Icon points>
    <path d="M6 21V4M6 4.5h11l-2.5 4 2.5 4H6" />
  </Icon>
);
export const BlockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8" />
    <path d="M6.5 6.5 17.5 17.5" />
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
