//! Forms that bind names.
use super::Checker;
use super::paths::item_type;
use crate::code::{Code, Template};
use crate::syntax::tree::{Expr, Name, TypeName};
use crate::types::Type;
use std::rc::Rc;

impl Checker<'_> {
    pub(super) fn iteration(&mut self, domains: &[(Name, Expr)], body: &Expr) -> (Code, Type) {
        let bottom = self.locals.len();
        let domains = self.domains(domains);
        let partial = self.depth(self.locals.len());
        self.bind(&"partial".into(), Type::list(Type::Any));
        let (body, ty) = self.check(body);
        self.locals.truncate(bottom);
        let mut read = Vec::new();
        body.locals(&mut read);
        let code = Code::For { domains, body: Box::new(body), partial: read.contains(&partial) };
        (code, Type::list(ty))
    }

    pub(super) fn quantified(&mut self, every: bool, domains: &[(Name, Expr)], body: &Expr) -> (Code, Type) {
        let bottom = self.locals.len();
        let domains = self.domains(domains);
        let (code, ty) = self.check(body);
        self.expect(&Type::Boolean, &ty, body.span);
        self.locals.truncate(bottom);
        (Code::Quantified { every, domains, body: Box::new(code) }, Type::Boolean)
    }

    fn domains(&mut self, domains: &[(Name, Expr)]) -> Box<[Code]> {
        let mut codes = Vec::new();
        for (name, domain) in domains {
            let (code, ty) = self.check(domain);
            self.bind(&name.text, item_type(&ty));
            codes.push(code);
        }
        codes.into()
    }

    pub(super) fn function(&mut self, params: &[(Name, TypeName)], body: &Expr) -> (Code, Type) {
        let bottom = self.locals.len();
        for (name, ty) in params {
            self.bind(&name.text, ty.ty.clone());
        }
        let (code, ty) = self.check(body);
        self.locals.truncate(bottom);
        let mut locals = Vec::new();
        code.locals(&mut locals);
        let template = Template {
            params: params.iter().map(|(name, ty)| (name.text.clone(), ty.ty.clone())).collect(),
            slots: code.slots().into_vec().into(),
            body: Rc::new(code),
            gives: ty.clone(),
            height: body.height + 1,
            locals: locals.into(),
        };
        let types = params.iter().map(|(_, ty)| ty.ty.clone()).collect();
        (Code::Function(Box::new(template)), Type::Function(types, Rc::new(ty)))
    }
}
