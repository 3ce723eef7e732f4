import { ConversationCanvas } from 'bytespike-react';
import { useBalance, useImageConversation, useModels } from 'bytespike-react/react-query';

export default function Canvas() {
  const conversation = useImageConversation({ persist: 'kettle' });
  return <ConversationCanvas conversation={conversation} catalog={useModels().catalog} balance={useBalance()} />;
}
