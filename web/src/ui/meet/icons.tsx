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
export const EyeIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
    <circle cx="12" cy="12" r="3" />
    {off && STRUCK}
  </Icon>
);
export const FilesIcon = () => (
  <Icon>
    <path d="M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5ZM13.5 3.5v5h5M12 17.5v-5.5M9.5 14.2 12 11.7l2.5 2.5" />
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
/** @param kept with a tick in it */
export const ShieldIcon = ({ kept = false }: { readonly kept?: boolean }) => (
  <Icon>
    <path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6z" />
    {kept && <path d="m8.8 12 2.3 2.3 4.2-4.6" />}
  </Icon>
);
const SCREEN = (
  <>
    <rect x="3" y="4.5" width="18" height="12" rx="2.5" />
    <path d="M9 20h6" />
  </>
);
export const ScreenIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    {SCREEN}
    {off ? STRUCK : <path d="M12 13.5v-6m-2.5 2.3L12 7.3l2.5 2.5" />}
  </Icon>
);
export const PictureInPictureIcon = () => (
  <Icon>
    <path d="M10.5 18.5H5.5A2.5 2.5 0 0 1 3 16V8a2.5 2.5 0 0 1 2.5-2.5h13A2.5 2.5 0 0 1 21 8v2.5" />
    <rect x="13" y="13" width="8" height="6" rx="1.5" />
  </Icon>
);
export const FullScreenIcon = () => (
  <Icon>
    <path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5" />
  </Icon>
);
export const VolumeIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    <path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4Z" />
    {off ? (
      <path d="m16 10 4.5 4.5M20.5 10 16 14.5" />
    ) : (
      <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />
    )}
  </Icon>
);
export const TalkIcon = () => (
  <Icon>
    <rect x="3.5" y="15" width="17" height="5.5" rx="2" />
    <path d="M12 3v8m-3-3 3 3 3-3" />
  </Icon>
);
export const ConnectionIcon = () => (
  <Icon>
    <path d="M5 19v-4M12 19v-9M19 19V5" strokeWidth="2.6" />
  </Icon>
);
export const KeysIcon = () => (
  <Icon>
    <rect x="2.5" y="6" width="19" height="12" rx="2.5" />
    <path d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8.5 14h7" />
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

export const HeartIcon = ({ kept = false }: { readonly kept?: boolean }) => (
  <Icon>
    <path
      d="M12 20C5.2 15 3.5 11.6 3.5 8.8a4.3 4.3 0 0 1 8.5-1 4.3 4.3 0 0 1 8.5 1c0 2.8-1.7 6.2-8.5 11.2Z"
      fill={kept ? "currentColor" : "none"}
    />
  </Icon>
);

export const CallIcon = () => (
  <Icon>
    <path d="M6.6 3.8 9 3.2l2 4.6-2 1.6a11 11 0 0 0 5.6 5.6l1.6-2 4.6 2-.6 2.4a2.6 2.6 0 0 1-2.7 2A14.6 14.6 0 0 1 4.6 6.5a2.6 2.6 0 0 1 2-2.7Z" />
  </Icon>
);

export const StudioIcon = () => (
  <Icon>
    <rect x="3" y="5" width="18" height="14" rx="2" />
    <rect x="13" y="12" width="5.5" height="4.5" rx="1" fill="currentColor" />
  </Icon>
);
export const RecordIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <circle cx="12" cy="12" r="4" fill="currentColor" />
  </Icon>
);
export const LiveIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="2.5" fill="currentColor" />
    <path d="M7.8 16.2a6 6 0 0 1 0-8.4M16.2 7.8a6 6 0 0 1 0 8.4M4.9 19.1a10 10 0 0 1 0-14.2M19.1 4.9a10 10 0 0 1 0 14.2" />
  </Icon>
);
