/** The XML of the model, loaded when it is first needed: its writer weighs more than all panels together. */
export const loadXml = async () => import('@meshwright/model/xml')
