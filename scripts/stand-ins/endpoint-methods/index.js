export const restEndpointMethods = () => ({})
