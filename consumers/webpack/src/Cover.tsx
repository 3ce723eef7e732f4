import { GenerateButton } from 'bytespike-react/react-query';

export function Cover({ onCover }: { onCover: (url: string) => void }) {
  return <GenerateButton kinds={['image']} onAsset={(asset) => onCover(asset.url)} />;
}
