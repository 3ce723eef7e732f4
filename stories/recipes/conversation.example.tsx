import { ConversationCanvas } from 'bytespike-react';
import { useBalance, useImageConversation, useModels } from 'bytespike-react/react-query';

export default function Conversation() {
  const conversation = useImageConversation({ persist: 'cover' });
  const models = useModels();
  const balance = useBalance();
  return <ConversationCanvas conversation={conversation} catalog={models.catalog} balance={balance} />;
}
