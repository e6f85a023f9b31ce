import { networkOf } from '@meshwright/model'
import { exportFiles, zipFiles } from '@meshwright/model/export'
import { summarise } from '@meshwright/model/summary'
import { fileNames } from '@meshwright/model/xml'
import { answerLink } from './answerLink.ts'
import type { WriteProgress, WriterAnswer, WriterCall } from './writing.ts'

/** Answers a writer's question: a worker's work, since a thousand brokers take a while. It brings the writer of XML along. */
export function answerWriting(
  call: WriterCall,
  onProgress?: (progress: WriteProgress) => void,
): WriterAnswer {
  switch (call.ask) {
    case 'files': {
      const { design, format, findings } = call.question
      const onBroker = (done: number, total: number) => onProgress?.({ done, total })
      const options = { onBroker, ...(findings ? { findings } : {}) }
      return { ...exportFiles(design, format, options), names: fileNames(design) }
    }
    case 'zip':
      return zipFiles(call.files)
    case 'summary':
      return summarise(networkOf(call.design))
    case 'link':
      return answerLink(call.question, onProgress)
  }
}
