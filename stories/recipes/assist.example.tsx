import { GenerationPanel, usePromptAssist } from 'bytespike-react/react-query';

export default function Assist() {
  const assist = usePromptAssist({ model: 'claude-haiku-4-5' });
  return <GenerationPanel kinds={['image']} assist={assist} defaultDraft={{ kind: 'image', prompt: 'A kettle on a blue table' }} />;
}
