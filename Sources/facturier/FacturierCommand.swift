@main struct FacturierCommand { static func main() {} }
