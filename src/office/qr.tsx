/** A QR code as a picture in the page itself: one path, dark on white in every colour scheme, so that cameras read it. */

import newQrCode from 'qrcode-generator';
import type { ReactElement } from 'react';

/** Modules around the code that must stay white. */
const QUIET = 4;

export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const code = newQrCode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * QUIET;
  let path = '';
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
